package io.fairlead.simulation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Faults of the domain that the histories found and that are to be mended with the worked case that they belong to; until then
 * they are counted and told with their seeds, and everything else is a failure.
 */
final class KnownFaults {

    private static final List<Fault> ALL = List.of(
            new Fault(
                    "no case: a cost asked again, its key forgotten, after the exchange rate moved is refused and parks",
                    Pattern.compile(
                            "WhenTimeApprovedThenCost at .*T-09: the cost of this version exists with other data"),
                    true,
                    List.of(1639L, 3181L)),
            new Fault(
                    "no case: an approval withdrawn before it could be costed costs, and costs nothing again, when reacted to again",
                    Pattern.compile("reacted to again: Time(Costed|Recosted) .*"),
                    false,
                    List.of(112L, 594L)),
            new Fault(
                    "no case: time that is priced while a rate is set keeps the price before it, until another rate is set",
                    Pattern.compile("time-entry:.* is left at Price.*, but the cards say Price.*"),
                    false,
                    List.of(5007L, 6964L)),
            new Fault(
                    "no case: money that is told late whose it is goes to an invoice issued before, when its issue is reacted to again",
                    Pattern.compile(
                            "reacted to again: (ReceiptApplied|PaymentApplied|InvoicePaid|ExceptionResolved) .*"),
                    false,
                    List.of(763L, 8047L)),
            new Fault(
                    "no case: a credit of a retainer that was drawn lowers it when reacted to again, once the draw is restored",
                    Pattern.compile("reacted to again: RetainerInvoiced .*"),
                    false,
                    List.of(3324L, 6311L)),
            new Fault(
                    "no case: funds of work are asked for once more when its price is reacted to again",
                    Pattern.compile("reacted to again: (FundsReserved|FundsOfPeriodMoved) .*"),
                    false,
                    List.of(7030L)),
            new Fault(
                    "no case: a part of 0.00 that one of several payers has of an entry is found by a later run",
                    Pattern.compile("drafts of a last run that finds nothing is 1, due is 0"),
                    false,
                    List.of(7580L)));

    /**
     * A fault and how it is told.
     *
     * @param name begins with the worked case that mends it, or with "no case" as long as there is none
     * @param parks whether a process stopped, so that the sentences after it are its consequence
     * @param seeds in which it shows; at least one
     */
    record Fault(String name, Pattern sentence, boolean parks, List<Long> seeds) {

        boolean explains(List<String> broken) {
            if (broken.isEmpty()) {
                return false;
            }
            return parks
                    ? sentence.matcher(broken.getFirst()).find()
                    : broken.stream().allMatch(each -> sentence.matcher(each).matches());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them; {@code KnownFaultsTest} lives their seeds. */
    static List<Fault> all() {
        return ALL;
    }

    /** The one fault that explains all that is broken in a history; empty when something else is broken, or nothing. */
    static Optional<String> explaining(List<String> broken) {
        return all().stream()
                .filter(fault -> fault.explains(broken))
                .map(Fault::name)
                .findFirst();
    }

    private KnownFaults() {}
}
