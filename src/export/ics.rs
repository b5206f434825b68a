//! A reminder as iCalendar (RFC 5545). Its title says nothing of therapy: calendars are shared, and shown on locked screens.

use super::time;

const DAY: u64 = 86_400_000;

/// How long until the reminder, in days.
pub const DAYS: u64 = 28;

/// A reminder in four weeks at six in the evening, in whatever time zone the calendar is read. `id` must come never twice.
pub fn reminder(now: u64, id: &str, title: &str) -> String {
    let plain = |text: String| text.replace(['-', ':'], "");
    let when = [&plain(time::day(now + DAYS * DAY)), "T180000"].concat();
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Reminder//EN",
        "BEGIN:VEVENT",
        &["UID:", id].concat(),
        &["DTSTAMP:", &plain(time::instant(now))].concat(),
        &["DTSTART:", &when].concat(),
        "DURATION:PT15M",
        &folded("SUMMARY:", title),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        &folded("DESCRIPTION:", title),
        "TRIGGER:PT0S",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    .join("\r\n")
}

/// A line with a text, in pieces of at most 75 octets, each but the first after a space.
fn folded(name: &str, text: &str) -> String {
    let mut out = name.to_owned();
    let mut room = 75 - name.len();
    for letter in text.chars() {
        if letter.len_utf8() + 1 > room {
            out.push_str("\r\n ");
            room = 74;
        }
        if matches!(letter, '\\' | ',' | ';') {
            out.push('\\');
            room -= 1;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out
}
