//! Days and times: known ones, the days around leap days, and all others against a calendar that is not ours.

use super::support::MORNING;
use chrono::{DateTime, Datelike, Timelike};
use proptest::prelude::*;
use therapist_fit::export::time::{day, instant};

const DAY: u64 = 86_400_000;

/// The first millisecond of the year 10000, from which on no four digits are enough.
const YEAR_10_000: u64 = 253_402_300_800_000;

#[test]
fn known_instants_are_told_right() {
    for (milliseconds, told) in [
        (0, "1970-01-01T00:00:00Z"),
        (999, "1970-01-01T00:00:00Z"),
        (DAY - 1, "1970-01-01T23:59:59Z"),
        (DAY, "1970-01-02T00:00:00Z"),
        (1_000_000_000_000, "2001-09-09T01:46:40Z"),
        (MORNING, "2026-11-23T09:30:00Z"),
        // The last second that 32 bits count.
        (2_147_483_647_000, "2038-01-19T03:14:07Z"),
        (YEAR_10_000 - 1, "9999-12-31T23:59:59Z"),
    ] {
        assert_eq!(instant(milliseconds), told);
        assert_eq!(day(milliseconds), told[..10]);
    }
}

#[test]
fn a_leap_day_is_there_every_fourth_year_but_not_in_2100() {
    for (first_of_march, before) in [
        (68_256_000_000, "1972-02-29"),
        (951_868_800_000, "2000-02-29"),
        (1_677_628_800_000, "2023-02-28"),
        (1_709_251_200_000, "2024-02-29"),
        (4_107_542_400_000, "2100-02-28"),
        (13_574_649_600_000, "2400-02-29"),
    ] {
        assert_eq!(day(first_of_march), format!("{}-03-01", &before[..4]));
        assert_eq!(day(first_of_march - 1), before);
        assert_eq!(day(first_of_march - DAY), before);
    }
}

#[test]
fn years_turn_at_midnight_of_the_last_day_of_december() {
    for (new_year, year) in [(946_684_800_000, 2000), (4_102_444_800_000, 2100)] {
        assert_eq!(day(new_year - 1), format!("{}-12-31", year - 1));
        assert_eq!(day(new_year), format!("{year}-01-01"));
    }
}

#[test]
fn every_day_of_four_centuries_is_the_one_of_the_other_calendar() {
    for days in 0..146_097 {
        agrees(days * DAY);
    }
}

fn agrees(milliseconds: u64) {
    let known = i64::try_from(milliseconds)
        .ok()
        .and_then(DateTime::from_timestamp_millis);
    let known = known.unwrap_or_else(|| panic!("{milliseconds} is beyond the other calendar"));
    let (year, month, of_month) = (known.year(), known.month(), known.day());
    let (hour, minute, second) = (known.hour(), known.minute(), known.second());
    assert_eq!(day(milliseconds), format!("{year:04}-{month:02}-{of_month:02}"));
    assert_eq!(
        instant(milliseconds),
        format!("{year:04}-{month:02}-{of_month:02}T{hour:02}:{minute:02}:{second:02}Z")
    );
}

proptest! {
    #[test]
    fn every_instant_is_the_one_of_the_other_calendar(milliseconds in 0..YEAR_10_000) {
        agrees(milliseconds);
    }

    #[test]
    fn a_later_day_is_a_later_text(one in 0..YEAR_10_000, other in 0..YEAR_10_000) {
        prop_assert_eq!((one / 1000).cmp(&(other / 1000)), instant(one).cmp(&instant(other)));
    }

    #[test]
    fn no_number_at_all_panics(milliseconds in any::<u64>()) {
        prop_assert!(instant(milliseconds).ends_with('Z'));
    }
}
