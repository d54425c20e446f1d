package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.DocumentLanguage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each language says the same things, and says nothing that no document prints. */
class WordsTest {

    private static final List<String> FIGURES = List.of("figures.decimal", "figures.group", "figures.day");

    @ParameterizedTest
    @EnumSource
    void every_language_has_each_phrase_and_no_other(DocumentLanguage language) {
        var wanted = Stream.concat(Arrays.stream(Phrase.values()).map(Phrase::key), FIGURES.stream());
        assertThat(Words.texts(language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(wanted.toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_phrase_takes_the_same_values_in_each_language(DocumentLanguage language) {
        var english = Words.texts(DocumentLanguage.EN);
        var texts = Words.texts(language);
        for (var phrase : Phrase.values()) {
            assertThat(texts.getProperty(phrase.key()).split("%s", -1))
                    .as(phrase.key())
                    .hasSameSizeAs(english.getProperty(phrase.key()).split("%s", -1));
            assertThat(texts.getProperty(phrase.key()).replace("%s", ""))
                    .doesNotContain("%")
                    .isNotBlank();
        }
    }

    @Test
    void every_phrase_is_said_somewhere() throws IOException {
        String sources;
        try (var files = Files.list(Path.of("src/main/java/io/fairlead/gateway/document"))) {
            sources = files.filter(file -> !file.endsWith("Phrase.java"))
                    .map(WordsTest::read)
                    .collect(Collectors.joining());
        }
        assertThat(Phrase.values()).allMatch(phrase -> sources.contains("Phrase." + phrase.name()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|-1,234,567.80|1.5886 h|178.00 / h|19 %|2026-04-02|1:35:19 h",
                "DE|-1.234.567,80|1,5886 Std.|178,00 / Std.|19 %|02.04.2026|1:35:19 Std.",
                "FR|-1 234 567,80|1,5886 h|178,00 / h|19 %|02/04/2026|1:35:19 h"
            })
    void figures_and_days_are_written_as_their_readers_write_them(
            DocumentLanguage language,
            String amount,
            String hours,
            String price,
            String rate,
            String day,
            String clock) {
        var words = Words.of(language);
        var figures = words.figures();
        assertThat(Stream.of(
                                figures.amount(new BigDecimal("-1234567.80")),
                                words.quantity(new BigDecimal("1.588600"), "HUR"),
                                words.price(new BigDecimal("178"), "HUR"),
                                figures.percent(new BigDecimal("0.190000")),
                                words.day(LocalDate.of(2026, 4, 2)),
                                words.clock(5_719))
                        .map(text -> text.replace('\u00a0', ' ')))
                .containsExactly(amount, hours, price, rate, day, clock);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new IllegalStateException(file + " cannot be read", broken);
        }
    }
}
