package io.fairlead.gateway.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArabicLettersTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Design, Ana", "\u05d0\u05d1", "\u6771\u4eac"})
    void other_scripts_stay(String text) {
        assertThat(ArabicLetters.joined(text, _ -> true)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "\u0628, FE8F", // alone
        "\u0628\u0628, FE91 FE90", // first and last
        "\u0628\u0628\u0628, FE91 FE92 FE90", // one between two
        "\u062f\u0628, FEA9 FE8F", // dal reaches to nobody
        "\u0628\u062f\u0628, FE91 FEAA FE8F",
        "\u0628\u0621\u0628, FE8F FE80 FE8F", // hamza stands alone
        "\u0628\u064e\u0628, FE91 064E FE90", // a mark does not part
        "\u0644\u0627, FEFB", // lam with alef is one sign
        "\u0628\u0644\u0627\u0628, FE91 FEFC FE8F",
        "\u067e\u0686, FB58 FB7B", // Persian letters
        "\u0628\u200c\u0628, FE8F 200C FE8F", // what parts parts
        "\u0628\u200d, FE91 200D",
        "\u0628 \u0628, FE8F 0020 FE8F",
        "\u0640\u0628, 0640 FE90"
    })
    void each_letter_has_the_form_that_its_neighbours_ask_for(String letters, String forms) {
        assertThat(hex(ArabicLetters.joined(letters, _ -> true))).isEqualTo(forms);
    }

    @Test
    void joined_text_reads_back_as_it_was() {
        var name = "\u0634\u0631\u0643\u0629 \u0627\u0644\u0623\u0645\u0644 \u0644\u0644\u062a\u062c\u0627\u0631\u0629";
        assertThat(Normalizer.normalize(ArabicLetters.joined(name, _ -> true), Normalizer.Form.NFKC))
                .isEqualTo(name);
    }

    @Test
    void a_form_that_cannot_be_drawn_leaves_its_letter() {
        assertThat(ArabicLetters.joined("\u0628\u0628", _ -> false)).isEqualTo("\u0628\u0628");
    }

    @Test
    void letters_without_known_forms_are_strange() {
        assertThat(List.of(0x0628, 0x06CC, 0xFE91, 0x064E, 0x61)).noneMatch(ArabicLetters::isStrange);
        assertThat(ArabicLetters.isStrange(0x0750)).isTrue();
    }

    private static String hex(String text) {
        return text.codePoints()
                .mapToObj(sign -> HexFormat.of().withUpperCase().toHexDigits((char) sign))
                .collect(Collectors.joining(" "));
    }
}
