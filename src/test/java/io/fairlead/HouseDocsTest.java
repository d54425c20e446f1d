package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources.Source;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of rules agrees with the code: each code that is used is listed, each that is listed is used. */
class HouseDocsTest {

    private static final Pattern CODE = Pattern.compile("\"([A-Z]-\\d{2})\"");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| ([A-Z]-\\d{2}) \\|");
    private static final Pattern LISTED_EXCEPTION = Pattern.compile("(?m)^\\| ([A-Z]+(?:_[A-Z]+)+) \\|");
    private static final Pattern WORD = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");

    /** What tells a source that raises exceptions from one that merely names values in capitals. */
    private static final Pattern RAISES = Pattern.compile("RaiseException|\\w+Missing\\(|Gap\\(");

    /** Words in capitals that are values, not codes of exceptions. */
    private static final Set<String> VALUES = Set.of("PER_ENTRY", "TIME_AND_MATERIALS", "NON_BILLABLE");

    private static final String RULES = Sources.read(Sources.ROOT.resolve("src/docs/rules.md"));

    @Test
    void every_rule_in_the_code_is_listed_and_every_listed_rule_is_in_the_code() {
        var used = found(
                CODE,
                Sources.MAIN.values().stream()
                        .flatMap(folder -> Sources.java(folder).stream())
                        .map(Source::text));

        assertThat(found(LISTED, Stream.of(RULES)))
                .as(
                        "rules listed in src/docs/rules.md and rules in the code: add the missing row, or take out the one that is"
                                + " no more; see src/docs/architecture.md#documents")
                .isEqualTo(used)
                .contains("T-03", "B-12");
    }

    @Test
    void every_exception_of_the_domain_is_listed_and_every_listed_one_is_raised() {
        var domain =
                found(WORD, Sources.main("domain").stream().map(Source::text).filter(RAISES.asPredicate()));
        domain.removeAll(VALUES);
        var everywhere = found(
                WORD,
                Sources.MAIN.values().stream()
                        .flatMap(folder -> Sources.java(folder).stream())
                        .map(Source::text));
        var listed = found(LISTED_EXCEPTION, Stream.of(RULES));

        assertThat(listed)
                .as("exceptions that the domain raises: each has a row in src/docs/rules.md;"
                        + " see src/docs/architecture.md#documents")
                .containsAll(domain);
        assertThat(everywhere)
                .as("exceptions listed in src/docs/rules.md: nobody raises what the code lacks, so take the row out;"
                        + " see src/docs/architecture.md#documents")
                .containsAll(listed);
    }

    @Test
    void a_rule_that_nobody_listed_is_seen() {
        assertThat(found(CODE, Stream.of("throw new RuleViolated(\"Q-99\", \"no\")")))
                .containsExactly("Q-99");
        assertThat(found(LISTED, Stream.of("| Q-98 | no | x | y |"))).containsExactly("Q-98");
    }

    private static Set<String> found(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
