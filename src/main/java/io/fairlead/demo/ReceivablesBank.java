package io.fairlead.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The bank of the company that shows receivables: its statements as camt.053, taken in as a clerk does. */
final class ReceivablesBank {

    private static final String HEAD = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">"
            + "<BkToCstmrStmt><Stmt><Id>%s</Id><Acct><Id><IBAN>" + ReceivablesData.ACCOUNT + "</IBAN></Id></Acct>";
    private static final String BALANCE = "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\""
            + ReceivablesData.CURRENCY
            + "\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>";
    private static final String ENTRY = "<Ntry><Amt Ccy=\"" + ReceivablesData.CURRENCY + "\">%1$s</Amt>"
            + "<CdtDbtInd>%2$s</CdtDbtInd>%3$s<Sts>BOOK</Sts><BookgDt><Dt>%4$s</Dt></BookgDt><ValDt><Dt>%4$s</Dt></ValDt>"
            + "<NtryDtls><TxDtls><Refs><EndToEndId>%5$s</EndToEndId></Refs>%6$s</TxDtls></NtryDtls></Ntry>";
    private static final String PAYER = "<RltdPties><Dbtr><Nm>%s</Nm></Dbtr></RltdPties>";
    private static final String TEXT = "<RmtInf><Ustrd>%s</Ustrd></RmtInf>";

    private final StoryClient steps;

    ReceivablesBank(StoryClient steps) {
        this.steps = steps;
    }

    /** Money that came in. */
    static String credit(String day, String amount, String reference, String payer, String text) {
        return ENTRY.formatted(amount, "CRDT", "", day, reference, PAYER.formatted(payer) + TEXT.formatted(text));
    }

    /** Money that the bank took back. */
    static String takenBack(String day, String amount, String reference) {
        return ENTRY.formatted(amount, "DBIT", "<RvslInd>true</RvslInd>", day, reference, "");
    }

    /**
     * A statement from 0.
     *
     * @param closing below 0 when more went out than came in
     */
    static String statement(String id, String day, String closing, List<String> entries) {
        var side = closing.startsWith("-") ? "DBIT" : "CRDT";
        return HEAD.formatted(id)
                + BALANCE.formatted("OPBD", "0.00", "CRDT", day)
                + BALANCE.formatted("CLBD", closing.replace("-", ""), side, day)
                + String.join("", entries)
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    /** How work items and money name a payment of a statement, both from 1. */
    static String booking(String statement, int entry) {
        return "%s/%s/%d/1".formatted(ReceivablesData.ACCOUNT, statement, entry);
    }

    /** What became of it; what is proposed is only told. */
    void take(String statement) {
        take(statement, "");
    }

    /** The same when a clerk has looked at what was proposed, and takes it. */
    void takeProposed(String statement) {
        take(statement, "?take-proposed=true");
    }

    private void take(String statement, String how) {
        var report = steps.upload(
                "teller", "/v1/imports/payments" + how, Map.of("file", statement.getBytes(StandardCharsets.UTF_8)));
        for (var sum : report.path("outcomes")) {
            if (sum.path("outcome").asString("").equals("REFUSED")) {
                throw new IllegalStateException("a payment of the statement was refused: " + report);
            }
        }
    }
}
