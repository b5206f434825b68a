//! Real keys, sent to whatever has the focus.

use anyhow::{Result, bail};
use thirtyfour::{Key, WebElement};

use crate::{Page, engine::Engine};

impl Page {
    /// Presses and releases a key: a character, or a name as in `KeyboardEvent.key` (`Enter`, `ArrowDown`, `Tab`), with
    /// `Shift+`, `Control+` or `Alt+` before it.
    pub async fn press(&self, key: &str) -> Result<()> {
        let mut parts: Vec<&str> = key.split('+').collect();
        let last = parts.pop().unwrap_or_default();
        let held = parts.into_iter().map(code).collect::<Result<Vec<_>>>()?;
        let mut actions = self.driver().action_chain();
        for key in &held {
            actions = actions.key_down(*key);
        }
        let pressed = code(last)?;
        actions = actions.key_down(pressed).key_up(pressed);
        for key in held.iter().rev() {
            actions = actions.key_up(*key);
        }
        Ok(actions.perform().await?)
    }

    /// Types a text into an element.
    pub async fn type_into(&self, element: &WebElement, text: &str) -> Result<()> {
        if self.engine() != Engine::WebKit {
            return Ok(element.send_keys(text).await?);
        }
        // Its driver takes inputs of a dialog in a shadow root for such as can't be used, and wants some text.
        element.focus().await?;
        match text {
            "" => Ok(()),
            _ => Ok(self.driver().action_chain().send_keys(text).perform().await?),
        }
    }

    /// Presses several keys, one after the other.
    pub async fn press_all(&self, keys: &[&str]) -> Result<()> {
        for key in keys {
            self.press(key).await?;
        }
        Ok(())
    }
}

fn code(key: &str) -> Result<char> {
    let named = match key {
        "Alt" => Key::Alt,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "Backspace" => Key::Backspace,
        "Control" => Key::Control,
        "Delete" => Key::Delete,
        "End" => Key::End,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Home" => Key::Home,
        "PageDown" => Key::PageDown,
        "PageUp" => Key::PageUp,
        "Shift" => Key::Shift,
        "Space" => return Ok(' '),
        "Tab" => Key::Tab,
        _ => {
            let mut characters = key.chars();
            return match (characters.next(), characters.next()) {
                (Some(only), None) => Ok(only),
                _ => bail!("`{key}` is no key that keyboard.rs knows"),
            };
        }
    };
    Ok(named.value())
}
