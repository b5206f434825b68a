//! Waiting until something is so: the one place that knows how long, and how often to look.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long anything may take before it counts as not happening. Generous: a busy machine is not a failure.
pub const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// Looks again and again until there is something. Errors are taken for "not yet", as a page may be changing under our
/// eyes; the last one is told if time runs out. `what` completes the sentence "waited in vain for …".
pub async fn until_some<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let start = Instant::now();
    loop {
        let seen = look().await;
        if let Ok(Some(found)) = seen {
            return Ok(found);
        }
        if start.elapsed() > PATIENCE {
            match seen {
                Err(error) => bail!("waited in vain for {what}: {error:#}"),
                Ok(_) => bail!("waited in vain for {what}"),
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Looks again and again until it is so.
pub async fn until(what: &str, mut look: impl AsyncFnMut() -> Result<bool>) -> Result<()> {
    until_some(what, async || Ok(look().await?.then_some(()))).await
}
