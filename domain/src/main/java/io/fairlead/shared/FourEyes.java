package io.fairlead.shared;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two actors are one person, for every rule that asks for a second one. As long as there is no login, names
 * are all there is: they are compared by their letters and digits, whatever stands between and in whichever case, and
 * by the names that the person is registered with. Who vouches for a name does not matter, so a colleague of the same
 * name has to be told apart by another one.
 */
public final class FourEyes {

    private static final ScopedValue<People> PEOPLE = ScopedValue.newInstance();

    /** Who is registered; whoever runs aggregates binds it, as it brings the time. */
    @FunctionalInterface
    public interface People {

        /** All names of the people who have this one, as {@link #plain} writes them; empty when nobody has. */
        Set<String> namesOf(String plainName);
    }

    /**
     * Decides with these people; unbound, nobody is registered.
     *
     * @return what the decision returns
     * @throws X as the decision does
     */
    public static <T, X extends Throwable> T among(People people, ScopedValue.CallableOp<? extends T, X> decision)
            throws X {
        return ScopedValue.where(PEOPLE, people).call(decision);
    }

    /**
     * Whether who acts is another actor as well.
     *
     * @param actor who acts now, issuer|subject
     * @param other who acted before, issuer|subject
     */
    public static boolean isSame(String actor, String other) {
        return namesOf(actor).contains(plain(subject(other)));
    }

    /**
     * Whether who acts is a person of the firm.
     *
     * @param actor who acts now, issuer|subject
     * @param personId {@code person:<key>}
     */
    public static boolean isPerson(String actor, String personId) {
        return namesOf(actor).contains(plain(StreamKey.keyOf(personId)));
    }

    /**
     * Refuses who approves when it is who acted before.
     *
     * @param code of the rule
     * @param reason what nobody does, in plain words
     * @throws RuleViolated with that code
     */
    public static void requireSecond(String code, String approvedBy, String other, String reason) {
        if (isSame(approvedBy, other)) {
            throw new RuleViolated(code, "approvedBy", reason, "let somebody else approve it");
        }
    }

    private static Set<String> namesOf(String actor) {
        var own = plain(subject(actor));
        if (!PEOPLE.isBound()) {
            return Set.of(own);
        }
        var names = new HashSet<>(PEOPLE.get().namesOf(own));
        names.add(own);
        return names;
    }

    /** Letters and digits of a name, folded: {@code Mara.K} and {@code m-arak} are both {@code marak}. */
    public static String plain(String name) {
        var folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String subject(String actor) {
        return actor.substring(actor.indexOf('|') + 1);
    }

    private FourEyes() {}
}
