package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the house asks of its tests: that they can fail. */
class HouseTestsTest {

    private static final Pattern NO_EVENTS = Pattern.compile("\\.expectNoEvents\\(\\)");
    private static final Pattern OUTCOME =
            Pattern.compile("\\.expect(Exception|ExceptionMessage|SuccessfulHandlerExecution)\\(");

    @Test
    void whoever_expects_no_events_says_whether_the_command_was_taken_or_refused() {
        var tests = Sources.java(Sources.ROOT.resolve("domain/src/test/java"));
        assertThat(tests.stream()
                        .filter(source -> NO_EVENTS.matcher(source.text()).find()))
                .hasSizeGreaterThan(50);
        assertThat(tests.stream().flatMap(source -> open(source).stream()))
                .as("expectations of no events that hold at a refusal too: add expectSuccessfulHandlerExecution(), or"
                        + " expectException with the code; see src/docs/hacking.md#how-tests-look")
                .isEmpty();
    }

    @Test
    void an_expectation_that_any_refusal_meets_is_seen() {
        assertThat(open(planted("a.given(x).when(y).expectNoEvents();"))).hasSize(1);
        assertThat(open(planted("a.when(y).expectException(is()).expectNoEvents();\na.when(y).expectNoEvents();")))
                .containsExactly("domain/src/test/java/AskTest.java:2");
        assertThat(open(planted("a.when(y).expectSuccessfulHandlerExecution().expectNoEvents();")))
                .isEmpty();
    }

    private static Source planted(String text) {
        return new Source(Sources.ROOT.resolve(Path.of("domain/src/test/java/AskTest.java")), text);
    }

    private static List<String> open(Source source) {
        var text = source.text();
        return NO_EVENTS
                .matcher(text)
                .results()
                .filter(found -> {
                    int end = text.indexOf(';', found.end());
                    var statement = text.substring(text.lastIndexOf(';', found.start()) + 1, end);
                    return !OUTCOME.matcher(statement).find();
                })
                .map(found -> source.shown() + ":"
                        + (1
                                + text.substring(0, found.start())
                                        .chars()
                                        .filter(each -> each == '\n')
                                        .count()))
                .toList();
    }
}
