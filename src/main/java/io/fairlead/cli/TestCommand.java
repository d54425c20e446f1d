package io.fairlead.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stands in the list of commands; the launcher script itself runs the tests, since they need a build. */
@Command(
        name = "test",
        description = "Run all checks and tests with Maven and tell how many there were.",
        mixinStandardHelpOptions = true,
        footer = {"", "Ends with Maven's code.", "Example: fairlead test --json"})
final class TestCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        output.say("tests are run by the launcher script of a checkout: ./fairlead test");
        return ExitCode.USAGE.code();
    }
}
