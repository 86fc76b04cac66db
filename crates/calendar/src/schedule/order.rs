//! The order in which tasks can be worked, or the ring that prevents it.
use super::{Plan, PlanProblem};

/// Every task after all its predecessors.
pub fn order(plan: &Plan) -> Result<Vec<usize>, PlanProblem> {
    let mut waiting_for = vec![0_usize; plan.tasks.len()];
    let mut successors = vec![Vec::new(); plan.tasks.len()];
    for (task, predecessor) in links(plan) {
        if plan.tasks.len() <= predecessor {
            return Err(PlanProblem::UnknownPredecessor { task, predecessor });
        }
        waiting_for[task] += 1;
        successors[predecessor].push(task);
    }
    let mut order: Vec<usize> = (0..plan.tasks.len())
        .filter(|&task| waiting_for[task] == 0)
        .collect();
    let mut done = 0;
    while let Some(&task) = order.get(done) {
        done += 1;
        for &successor in &successors[task] {
            waiting_for[successor] -= 1;
            if waiting_for[successor] == 0 {
                order.push(successor);
            }
        }
    }
    if order.len() < plan.tasks.len() {
        return Err(PlanProblem::Ring(ring(plan, &waiting_for)));
    }
    Ok(order)
}

fn links(plan: &Plan) -> impl Iterator<Item = (usize, usize)> {
    plan.tasks
        .iter()
        .enumerate()
        .flat_map(|(task, it)| it.predecessors.iter().map(move |link| (task, link.task)))
}

/// Walks back among the tasks that still wait until one comes up again. Each of them has a predecessor that still waits,
/// or it would have been let go.
fn ring(plan: &Plan, waiting_for: &[usize]) -> Vec<usize> {
    let mut walked = Vec::new();
    let mut step_of = vec![None; plan.tasks.len()];
    let mut next = waiting_for.iter().position(|&count| 0 < count);
    while let Some(task) = next {
        if let Some(step) = step_of[task] {
            walked.drain(..step);
            break;
        }
        step_of[task] = Some(walked.len());
        walked.push(task);
        next = plan.tasks[task]
            .predecessors
            .iter()
            .map(|link| link.task)
            .find(|&predecessor| 0 < waiting_for[predecessor]);
    }
    walked.reverse();
    let first = (0..walked.len()).min_by_key(|&at| walked[at]).unwrap_or(0);
    walked.rotate_left(first);
    walked
}
