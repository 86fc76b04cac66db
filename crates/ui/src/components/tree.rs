use crate::words::texts;
use kernel::Lang;
use maud::{Markup, html};
use std::collections::HashSet;

/// A node of a tree that is read: opens and closes without script.
#[derive(Debug, Clone, Default)]
pub struct Node {
    pub label: Markup,
    /// At the end of the line: counts, lights.
    pub end: Option<Markup>,
    pub is_open: bool,
    pub children: Vec<Node>,
}

pub fn tree(lang: Lang, label: &str, nodes: &[Node]) -> Markup {
    html! { div class="tree" role="group" aria-label=(label) { (branches(lang, nodes)) } }
}

/// Opens what is below a line. It stands beside the line and not around it: a line may hold links and boxes.
fn below(lang: Lang, is_open: bool, count: usize, children: Markup) -> Markup {
    html! {
        details open[is_open] {
            summary class="tree-opener" { span class="sr-only" { (texts(lang).tree_below(count)) } }
            (children)
        }
    }
}

fn branches(lang: Lang, nodes: &[Node]) -> Markup {
    html! {
        ul {
            @for node in nodes {
                li {
                    div class="tree-line" { (line(node)) }
                    @if !node.children.is_empty() {
                        (below(lang, node.is_open, node.children.len(), branches(lang, &node.children)))
                    }
                }
            }
        }
    }
}

fn line(node: &Node) -> Markup {
    html! {
        span class="tree-label" { (node.label) }
        @if let Some(end) = &node.end { span class="tree-end" { (end) } }
    }
}

/// A node to tick. Its value is sent as `name=value` when it is ticked.
#[derive(Debug, Clone, Default)]
pub struct TickNode {
    pub value: String,
    pub label: String,
    /// Beside the label: "已覆盖", a count.
    pub note: String,
    pub is_ticked: bool,
    /// Cannot be ticked: already counted, out of the person's scope.
    pub is_fixed: bool,
    /// Not to be sent itself: ticking it only ticks what is below. Without script it cannot be ticked.
    pub is_group: bool,
    pub is_open: bool,
    pub children: Vec<TickNode>,
}

/// "Tick the tree". With script a tick on a parent ticks all below it and shows a dash when only some are ticked;
/// without, every box is an ordinary one and each is sent for itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct TickTree<'a> {
    pub name: &'a str,
    pub legend: &'a str,
    pub help: &'a str,
    pub problem: Option<&'a str>,
    pub nodes: &'a [TickNode],
}

pub fn tick_tree(lang: Lang, tree: TickTree<'_>) -> Markup {
    let t = texts(lang);
    let help_id = format!("{}-help", tree.name);
    let problem_id = format!("{}-problem", tree.name);
    let described = match (tree.help.is_empty(), tree.problem) {
        (_, Some(_)) => Some(&problem_id),
        (false, None) => Some(&help_id),
        (true, None) => None,
    };
    let (ticked, all) = count(tree.nodes);
    html! {
        fieldset class="field tick-tree" id=(tree.name) data-tick-tree data-invalid[tree.problem.is_some()]
            aria-describedby=[described]
        {
            legend { (tree.legend) }
            @if !tree.help.is_empty() { p class="help" id=(help_id) { (tree.help) } }
            @if let Some(problem) = tree.problem {
                p class="problem" id=(problem_id) { span class="sr-only" { (t.error_prefix()) } (problem) }
            }
            div class="tick-tools" {
                output class="tick-sum" data-template=(t.ticked_of("{ticked}", "{all}")) { (t.ticked_of(ticked.to_string(), all.to_string())) }
                button type="button" class="button-link" data-needs-script data-tick="all" hidden { (t.tick_all()) }
                button type="button" class="button-link" data-needs-script data-tick="none" hidden { (t.tick_none()) }
            }
            div class="tree" { (tick_branches(lang, tree.name, "", tree.nodes)) }
        }
    }
}

/// Ticked and all leaves.
fn count(nodes: &[TickNode]) -> (u64, u64) {
    nodes.iter().fold((0, 0), |(ticked, all), node| {
        if node.children.is_empty() {
            (ticked + u64::from(node.is_ticked), all + 1)
        } else {
            let (below_ticked, below_all) = count(&node.children);
            (ticked + below_ticked, all + below_all)
        }
    })
}

/// Where some are ticked and some are not, one has to see which.
fn is_mixed(nodes: &[TickNode]) -> bool {
    let ticks = ticks(nodes);
    ticks.contains(&true) && ticks.contains(&false)
}

fn ticks(nodes: &[TickNode]) -> HashSet<bool> {
    let own = nodes.iter().filter(|node| !node.is_group);
    let own = own.map(|node| node.is_ticked);
    own.chain(nodes.iter().flat_map(|node| ticks(&node.children)))
        .collect()
}

fn tick_branches(lang: Lang, name: &str, path: &str, nodes: &[TickNode]) -> Markup {
    html! {
        ul {
            @for (at, node) in nodes.iter().enumerate() {
                @let path = format!("{path}-{at}");
                li {
                    div class="tree-line" { (tick_line(name, &path, node)) }
                    @if !node.children.is_empty() {
                        (below(lang, node.is_open || is_mixed(&node.children), node.children.len(), tick_branches(lang, name, &path, &node.children)))
                    }
                }
            }
        }
    }
}

fn tick_line(name: &str, path: &str, node: &TickNode) -> Markup {
    let id = format!("{name}{path}");
    html! {
        span class="tree-label tick" {
            input type="checkbox" id=(id)
                name=[(!node.is_group).then_some(name)]
                value=[(!node.is_group).then_some(&node.value)]
                checked[node.is_ticked] disabled[node.is_fixed || node.is_group]
                data-group[node.is_group];
            label for=(id) { (node.label) }
        }
        @if !node.note.is_empty() { span class="tree-end" { (node.note) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(is_ticked: bool, children: Vec<TickNode>) -> TickNode {
        TickNode {
            is_ticked,
            children,
            ..TickNode::default()
        }
    }

    #[test]
    fn a_branch_of_which_some_are_ticked_is_open() {
        let shown = |below: &[bool]| {
            let below = below.iter().map(|ticked| node(*ticked, Vec::new()));
            let nodes = [node(false, below.collect())];
            let tree = TickTree {
                name: "units",
                nodes: &nodes,
                ..TickTree::default()
            };
            tick_tree(Lang::En, tree).into_string()
        };
        assert!(shown(&[true, false]).contains("<details open>"));
        assert!(!shown(&[true, true]).contains("<details open>"));
        assert!(!shown(&[false, false]).contains("<details open>"));
    }
}
