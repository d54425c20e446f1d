package io.fairlead.shared;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Whether two actors are one person, for every rule that asks for a second one. Whoever logged in is the pair of
 * issuer and subject, letter by letter, and whoever else that pair is mapped to. As long as there is no login, names
 * are all there is: they are compared by their letters and digits, whatever stands between and in whichever case, and
 * by the names that the person is registered with. Who vouches for such a name does not matter, so a colleague of the
 * same name has to be told apart by another one; and a subject that reads like a name is that name too where one of
 * both did not log in.
 */
public final class FourEyes {

    private static final ScopedValue<People> PEOPLE = ScopedValue.newInstance();

    /** Who is registered; whoever runs aggregates binds it, as it brings the time. */
    @FunctionalInterface
    public interface People {

        /**
         * All names of the people who have this one; empty when nobody has.
         *
         * @param name as {@link #key} writes it, like the names of the answer
         */
        Set<String> namesOf(String name);
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
        if (isLogin(actor) && isLogin(other)) {
            return namesOf(actor).contains(other);
        }
        var names = looseNamesOf(actor);
        return names.contains(key(other)) || names.contains(plain(subject(other)));
    }

    /**
     * Whether who acts is a person of the firm.
     *
     * @param actor who acts now, issuer|subject
     * @param personId {@code person:<key>}
     */
    public static boolean isPerson(String actor, String personId) {
        return looseNamesOf(actor).contains(plain(StreamKey.keyOf(personId)));
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

    /**
     * What an actor is compared by.
     *
     * @param actor issuer|subject
     * @return issuer and subject as they are where a provider vouches for them, else the name alone, as {@link #plain} writes it
     */
    public static String key(String actor) {
        return isLogin(actor) ? actor : plain(subject(actor));
    }

    /** Issuers of logins are addresses. */
    private static boolean isLogin(String actor) {
        return actor.startsWith("https://") || actor.startsWith("http://");
    }

    private static Set<String> namesOf(String actor) {
        return withAllOf(key(actor));
    }

    /** Also those of a person who is called as the subject. */
    private static Set<String> looseNamesOf(String actor) {
        var names = new HashSet<>(namesOf(actor));
        if (isLogin(actor)) {
            names.addAll(withAllOf(plain(subject(actor))));
        }
        return names;
    }

    private static Set<String> withAllOf(String name) {
        if (!PEOPLE.isBound()) {
            return Set.of(name);
        }
        var names = new HashSet<>(PEOPLE.get().namesOf(name));
        names.add(name);
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
