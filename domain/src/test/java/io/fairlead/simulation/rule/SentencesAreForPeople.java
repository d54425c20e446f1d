package io.fairlead.simulation.rule;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.simulation.Facts;
import java.util.regex.Pattern;

/** What a work item says can be read: no value that is missing, no amount with the zeros that storing adds, no control. */
final class SentencesAreForPeople implements Rule {

    private static final Pattern OF_MACHINES =
            Pattern.compile("\\bnull\\b|\\d\\.\\d\\d00\\b|Optional\\[|\\p{Cntrl}|\\{\"");

    @Override
    public void check(Facts facts, Findings findings) {
        facts.each(ExceptionRaised.class)
                .filter(item -> OF_MACHINES.matcher(item.getSentence()).find())
                .forEach(item -> findings.add("nobody writes like this: " + item.getSentence()));
    }
}
