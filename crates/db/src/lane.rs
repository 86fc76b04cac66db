//! A lane for very many small acts of one kind: those that wait together are written together.
use futures::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

/// Acts that may wait in a lane before senders have to wait too.
const WAITING_MAX: usize = 4_096;
/// Most acts that are written together.
const TOGETHER_MAX: usize = 512;

/// Hands items to one worker in batches: whatever has queued up while the batch before was being written.
pub struct Lane<T, R> {
    queue: mpsc::Sender<(T, oneshot::Sender<R>)>,
}

impl<T, R> Clone for Lane<T, R> {
    fn clone(&self) -> Self {
        Self {
            queue: self.queue.clone(),
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the lane was closed before the act was acknowledged")]
pub struct LaneClosed;

impl<T: Send + 'static, R: Send + 'static> Lane<T, R> {
    /// Starts a lane. `write` gets the items in order of arrival and answers with one result each, in the same order.
    pub fn start(write: impl Fn(Vec<T>) -> BoxFuture<'static, Vec<R>> + Send + 'static) -> Self {
        let (queue, mut arriving) = mpsc::channel::<(T, oneshot::Sender<R>)>(WAITING_MAX);
        tokio::spawn(async move {
            let mut batch = Vec::with_capacity(TOGETHER_MAX);
            while arriving.recv_many(&mut batch, TOGETHER_MAX).await > 0 {
                let (items, answers): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
                for (answer, result) in answers.into_iter().zip(write(items).await) {
                    let _ = answer.send(result);
                }
            }
        });
        Self { queue }
    }

    /// Sends one item and waits for its result.
    ///
    /// # Errors
    /// When the worker has ended; whether the act was written is then unknown, so send it again with the same id.
    pub async fn send(&self, item: T) -> Result<R, LaneClosed> {
        let (answer, answered) = oneshot::channel();
        self.queue
            .send((item, answer))
            .await
            .map_err(|_| LaneClosed)?;
        answered.await.map_err(|_| LaneClosed)
    }
}
