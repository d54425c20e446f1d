package io.fairlead.party;

import io.fairlead.shared.RuleViolated;
import org.jspecify.annotations.Nullable;

/** In which language a buyer reads documents. Those of before languages were kept are English. */
public enum DocumentLanguage {
    EN,
    DE,
    FR;

    /**
     * By its code of ISO 639-1, in small letters: en, de or fr.
     *
     * @param code null means English
     * @throws RuleViolated G-02 for any other
     */
    public static DocumentLanguage of(@Nullable String code) {
        return switch (code) {
            case null -> EN;
            case "en" -> EN;
            case "de" -> DE;
            case "fr" -> FR;
            default ->
                throw new RuleViolated(
                        "G-02", "language", "'" + code + "' is no language of documents", "use en, de or fr");
        };
    }

    /** Code of ISO 639-1, in small letters. */
    public String code() {
        return switch (this) {
            case EN -> "en";
            case DE -> "de";
            case FR -> "fr";
        };
    }
}
