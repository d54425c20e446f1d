package io.fairlead.gateway.paper;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Joins the letters of Arabic, Persian and Urdu: each takes the form that its neighbours ask for, and lam with alef is
 * one sign. Which letter has which forms is read from Unicode's own presentation forms, so there is no table of ours
 * to be wrong.
 */
final class ArabicLetters {

    private static final int LAM = 0x0644;
    private static final int STRETCH = 0x0640;
    private static final int JOINER = 0x200D;

    /** Of a letter: alone, after its neighbour, before it, between two; 0 where it has no such form. */
    private record Forms(int isolated, int last, int first, int middle) {

        static final Forms NONE = new Forms(0, 0, 0, 0);

        /** Whether it reaches to the letter behind it. */
        boolean reachesOn() {
            return first != 0;
        }

        /** Whether the letter before it may reach to it. */
        boolean isReached() {
            return last != 0;
        }

        Forms with(String kind, int sign) {
            return switch (kind) {
                case "ISOLATED" -> new Forms(sign, last, first, middle);
                case "FINAL" -> new Forms(isolated, sign, first, middle);
                case "INITIAL" -> new Forms(isolated, last, sign, middle);
                default -> new Forms(isolated, last, first, sign);
            };
        }
    }

    private static final Map<String, Forms> FORMS = forms();

    private ArabicLetters() {}

    private static Map<String, Forms> forms() {
        var blocks = Set.of(UnicodeBlock.ARABIC_PRESENTATION_FORMS_A, UnicodeBlock.ARABIC_PRESENTATION_FORMS_B);
        var forms = new HashMap<String, Forms>();
        for (int sign = 0xFB50; sign <= 0xFEFC; sign++) {
            var name = blocks.contains(UnicodeBlock.of(sign)) ? Character.getName(sign) : null;
            if (name != null && name.matches(".* (ISOLATED|FINAL|INITIAL|MEDIAL) FORM")) {
                var letters = Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC);
                var words = name.split(" ", -1);
                if (letters.length() == 1 || letters.matches("\u0644[\u0622\u0623\u0625\u0627]")) {
                    forms.put(letters, forms.getOrDefault(letters, Forms.NONE).with(words[words.length - 2], sign));
                }
            }
        }
        return forms;
    }

    /** Whether it is a letter of the script whose forms are not known, so that it cannot be joined. */
    static boolean isStrange(int sign) {
        return UnicodeScript.of(sign) == UnicodeScript.ARABIC
                && Character.getType(sign) == Character.OTHER_LETTER
                && UnicodeBlock.of(sign) != UnicodeBlock.ARABIC_PRESENTATION_FORMS_A
                && UnicodeBlock.of(sign) != UnicodeBlock.ARABIC_PRESENTATION_FORMS_B
                && !FORMS.containsKey(Character.toString(sign));
    }

    /**
     * The text with each letter in its form; the same text where it has none of the script.
     *
     * @param isDrawn whether a sign can be drawn; a letter whose form cannot stays as it is
     */
    static String joined(String text, IntPredicate isDrawn) {
        if (text.codePoints().noneMatch(sign -> UnicodeScript.of(sign) == UnicodeScript.ARABIC)) {
            return text;
        }
        var signs = text.codePoints().toArray();
        var joined = new StringBuilder(text.length());
        for (int at = 0; at < signs.length; at++) {
            int alef = next(signs, at);
            var both = signs[at] == LAM && alef == at + 1
                    ? FORMS.get(Character.toString(LAM) + Character.toString(signs[alef]))
                    : null;
            var form = both == null
                    ? form(forms(signs[at]), isReachedFrom(signs, at), reachesOn(signs, at))
                    : form(both, isReachedFrom(signs, at), false);
            if (form != 0 && isDrawn.test(form)) {
                joined.appendCodePoint(form);
                at = both == null ? at : alef;
            } else {
                joined.appendCodePoint(signs[at]);
            }
        }
        return joined.toString();
    }

    private static int form(@Nullable Forms forms, boolean before, boolean behind) {
        if (forms == null) {
            return 0;
        }
        var wanted = before && behind && forms.middle() != 0
                ? forms.middle()
                : before && forms.last() != 0 ? forms.last() : behind ? forms.first() : 0;
        return wanted == 0 ? forms.isolated() : wanted;
    }

    private static boolean isReachedFrom(int[] signs, int at) {
        int before = at - 1;
        while (before >= 0 && isMark(signs[before])) {
            before--;
        }
        if (before < 0) {
            return false;
        }
        var forms = forms(signs[before]);
        return signs[before] == STRETCH || signs[before] == JOINER || (forms != null && forms.reachesOn());
    }

    private static boolean reachesOn(int[] signs, int at) {
        int behind = next(signs, at);
        if (behind < 0) {
            return false;
        }
        var forms = forms(signs[behind]);
        return signs[behind] == STRETCH || signs[behind] == JOINER || (forms != null && forms.isReached());
    }

    /** Place of the next sign that is no mark; below 0 when there is none. */
    private static int next(int[] signs, int at) {
        int behind = at + 1;
        while (behind < signs.length && isMark(signs[behind])) {
            behind++;
        }
        return behind < signs.length ? behind : -1;
    }

    private static boolean isMark(int sign) {
        return Character.getType(sign) == Character.NON_SPACING_MARK;
    }

    private static @Nullable Forms forms(int sign) {
        return FORMS.get(Character.toString(sign));
    }
}
