package io.fairlead.cli;

/** What the launcher script found out about the terminal, which Java cannot see for each stream. */
final class Terminal {

    /** Whether standard error is a terminal, so that a bar may be drawn. */
    static boolean draws() {
        return Boolean.getBoolean("fairlead.terminal.error");
    }

    /** Whether a person can be asked. */
    static boolean asks() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** What a person types, empty when there is none to ask. */
    static String ask(String question) {
        var console = System.console();
        var answer = console == null ? null : console.readLine("%s", question);
        return answer == null ? "" : answer.strip();
    }

    private Terminal() {}
}
