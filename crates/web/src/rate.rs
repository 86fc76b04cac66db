//! How often one account, or one address without an account, may send something that changes something.
//!
//! Each copy of the program counts for itself: these limits keep one person or program from wearing out a server. Guessing
//! of passwords is stopped by the lock on the log-in, which all copies share.
use crate::{App, WebError, same_origin::changes_nothing};
use axum::{
    extract::{ConnectInfo, Request, State},
    http::HeaderMap,
    middleware::Next,
    response::{IntoResponse, Response},
};
use governor::{
    Quota, RateLimiter, clock::Clock as _, middleware::NoOpMiddleware, nanos::Nanos,
    state::keyed::DashMapStateStore,
};
use kernel::{Actor, Clock, PersonId};
use std::{
    fmt,
    hash::Hash,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

/// Writes a minute of one account: more than anybody types, less than a program that has gone mad.
const WRITES_A_MINUTE: NonZeroU32 = NonZeroU32::new(600).expect("600 is not nought");
/// Writes and log-ins a minute from one address without an account. A whole office may share an address, and comes in at nine.
const STRANGERS_WRITES_A_MINUTE: NonZeroU32 = NonZeroU32::new(120).expect("120 is not nought");
/// Accounts and addresses that have been quiet are forgotten after so many requests.
const FORGET_EVERY: u32 = 1_000;

/// Goes around every page. Whoever sends too much gets the page that says so (429), and when to try again.
pub(crate) async fn limit(State(app): State<App>, request: Request, next: Next) -> Response {
    if changes_nothing(request.method()) {
        return next.run(request).await;
    }
    let wait_seconds = match request.extensions().get::<Actor>() {
        Some(actor) => app.rates.accounts.take(&actor.person),
        None => {
            let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
            let peer = peer.map(|ConnectInfo(peer)| peer.ip());
            let address = address(peer, request.headers(), app.settings.behind_proxy);
            app.rates.addresses.take(&address)
        }
    };
    match wait_seconds {
        None => next.run(request).await,
        Some(retry_after_seconds) => WebError::TooMany {
            retry_after_seconds,
        }
        .into_response(),
    }
}

/// What has been sent lately.
pub(crate) struct Rates {
    accounts: Rate<PersonId>,
    addresses: Rate<IpAddr>,
}

impl Rates {
    pub(crate) fn new(clock: Arc<dyn Clock>) -> Rates {
        Rates {
            accounts: Rate::new(WRITES_A_MINUTE, clock.clone()),
            addresses: Rate::new(STRANGERS_WRITES_A_MINUTE, clock),
        }
    }
}

struct Rate<K: Hash + Eq + Clone> {
    limiter: RateLimiter<K, DashMapStateStore<K>, Ticks, NoOpMiddleware<Nanos>>,
    clock: Ticks,
    taken: AtomicU32,
}

impl<K: Hash + Eq + Clone> Rate<K> {
    fn new(a_minute: NonZeroU32, clock: Arc<dyn Clock>) -> Rate<K> {
        let clock = Ticks(clock);
        let quota = Quota::per_minute(a_minute);
        Rate {
            limiter: RateLimiter::new(quota, DashMapStateStore::default(), clock.clone()),
            clock,
            taken: AtomicU32::new(0),
        }
    }

    /// Counts one more. `Some`: it is one too many, and there will be room again in so many seconds.
    fn take(&self, key: &K) -> Option<u64> {
        if self.taken.fetch_add(1, Ordering::Relaxed) % FORGET_EVERY == FORGET_EVERY - 1 {
            self.limiter.retain_recent();
        }
        let not_until = self.limiter.check_key(key).err()?;
        let wait = not_until.wait_time_from(self.clock.now());
        Some(wait.as_secs() + 1)
    }
}

/// Our clock, as the limiter reads it.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl fmt::Debug for Ticks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticks")
    }
}

impl governor::clock::Clock for Ticks {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        let nanos = self.0.now().timestamp_nanos_opt().unwrap_or(0);
        Nanos::new(u64::try_from(nanos).unwrap_or(0))
    }
}

/// Whom a request is from, as far as the network knows. Of an IPv6 address the network part: a household has the rest.
fn address(peer: Option<IpAddr>, headers: &HeaderMap, behind_proxy: bool) -> IpAddr {
    let forwarded = behind_proxy.then(|| forwarded(headers)).flatten();
    match forwarded.or(peer) {
        None => Ipv4Addr::UNSPECIFIED.into(),
        Some(IpAddr::V6(address)) => match address.to_ipv4_mapped() {
            Some(address) => address.into(),
            None => Ipv6Addr::from(u128::from(address) >> 64 << 64).into(),
        },
        Some(address) => address,
    }
}

/// The last address in the header is the one that our own proxy has seen; those before it are hearsay.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let last = headers.get_all("x-forwarded-for").iter().next_back()?;
    last.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn asked(forwarded: &'static str, behind_proxy: bool) -> String {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static(forwarded));
        let peer = "192.0.2.1".parse().ok();
        address(peer, &headers, behind_proxy).to_string()
    }

    #[test]
    fn a_forwarded_address_is_believed_only_of_a_proxy_of_our_own() {
        assert_eq!(asked("198.51.100.7", false), "192.0.2.1");
        assert_eq!(asked("198.51.100.7", true), "198.51.100.7");
        // Whoever writes the header themselves stands before the last one.
        assert_eq!(asked("10.0.0.1, 198.51.100.7", true), "198.51.100.7");
        assert_eq!(asked("nonsense", true), "192.0.2.1");
    }

    #[test]
    fn a_household_has_one_address() {
        assert_eq!(asked("2001:db8:1:2:3:4:5:6", true), "2001:db8:1:2::");
        assert_eq!(asked("::ffff:198.51.100.7", true), "198.51.100.7");
    }
}
