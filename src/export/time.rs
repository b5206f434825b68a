//! Dates of the formats: milliseconds since the epoch as ISO 8601 in UTC. Whole numbers only.

const DAY: u64 = 86_400_000;

/// A day and time, such as `2026-11-23T09:30:00Z`.
pub fn instant(milliseconds: u64) -> String {
    let seconds = milliseconds % DAY / 1000;
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two);
    [&day(milliseconds), "T", &clock.join(":"), "Z"].concat()
}

/// A day, such as `2026-11-23`.
///
/// By counting years of 400-year cycles that begin in March, so that the leap day comes last (Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
pub fn day(milliseconds: u64) -> String {
    let days = milliseconds / DAY + 719_468;
    let (cycle, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    // Counted from March.
    let (year, month) = if month < 10 {
        (year, month + 3)
    } else {
        (year + 1, month - 9)
    };
    let year = (cycle * 400 + year).to_string();
    let zeros = "0".repeat(4_usize.saturating_sub(year.len()));
    [&zeros, &year, "-", &two(month), "-", &two(day)].concat()
}

fn two(number: u64) -> String {
    let zero = if number < 10 { "0" } else { "" };
    [zero, &number.to_string()].concat()
}
