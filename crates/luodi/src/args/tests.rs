use super::*;
use clap::CommandFactory;

/// All commands that do something, by their whole name.
fn leaves(name: &str, command: &clap::Command, found: &mut Vec<(String, clap::Command)>) {
    let below = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    for sub in below {
        let name = format!("{name} {}", sub.get_name());
        if sub.has_subcommands() {
            leaves(&name, sub, found);
        } else {
            found.push((name, sub.clone()));
        }
    }
}

#[test]
fn each_command_says_what_each_word_means_and_shows_examples_that_it_understands() {
    let mut found = Vec::new();
    leaves("luodi", &Args::command(), &mut found);
    assert!(17 < found.len(), "{}", found.len());
    for (name, command) in &found {
        for arg in command.get_arguments() {
            assert!(arg.get_help().is_some(), "{name}: {}", arg.get_id());
        }
        let help = command.get_after_help().map(ToString::to_string);
        let help = help.unwrap_or_default();
        let examples: Vec<&str> = help
            .lines()
            .filter_map(|line| line.trim().split("  ").next())
            .filter(|line| line.starts_with("luodi "))
            .collect();
        assert!(!examples.is_empty(), "{name} has no example");
        for example in examples {
            assert!(example.starts_with(name), "{example} is none of {name}");
            let read = Args::try_parse_from(example.split(' '));
            assert!(read.is_ok(), "{example}: {}", read.unwrap_err());
        }
    }
}
