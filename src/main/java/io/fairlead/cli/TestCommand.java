package io.fairlead.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stands in the list of commands; the launcher script itself runs the tests, since they need a build. */
@Command(
        name = "test",
        description =
                "Run all checks and tests with Maven and tell how many there were, or some test classes within seconds.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Ends with Maven's code.",
            "Example: fairlead test ApproveTimeTest",
            "Example: fairlead test --json"
        })
final class TestCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "A test class, Class#method, or a pattern like '*Reserve*'; without one all run.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        output.say("tests are run by the launcher script of a checkout: ./fairlead test " + String.join(" ", names));
        return ExitCode.USAGE.code();
    }
}
