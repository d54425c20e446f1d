package io.fairlead.view;

import io.fairlead.projection.MemoryLog;
import io.fairlead.view.Story.Job;
import java.util.List;
import java.util.Random;

/**
 * A firm's book for tests: two currencies, four contracts, five projects; entries and invoices from a seeded
 * generator.
 */
public final class Book {

    public static final List<Job> JOBS = List.of(
            Job.of("DE01", "acme", "k1", "p1", "EUR"),
            Job.of("DE01", "acme", "k2", "p2", "EUR"),
            Job.of("DE01", "bolt", "k3", "p3", "EUR"),
            Job.of("DE01", "bolt", "k3", "p4", "EUR"),
            Job.of("US01", "acme", "k4", "p5", "USD"));

    private Book() {}

    /** Directories, then entries in every state, milestones, one invoice per job. */
    public static MemoryLog of(int entries) {
        var log = new MemoryLog();
        directories(log);
        var random = new Random(7);
        for (int i = 0; i < entries; i++) {
            var job = JOBS.get(i % JOBS.size());
            entry(log, job, "time-entry:%08d-0000-0000-0000-000000000000".formatted(i), random.nextInt(8));
        }
        int no = 0;
        for (var job : JOBS) {
            no++;
            invoice(log, job, "billing-item:" + no, "invoice:" + no);
        }
        log.append(MethodsStory.retainerInvoiced(JOBS.getFirst(), "5000", "5000"));
        return log;
    }

    private static void directories(MemoryLog log) {
        log.append(Story.entity("DE01", "EUR"));
        log.append(Story.entity("US01", "USD"));
        log.append(Story.customer("acme", "0015g-acme"));
        log.append(Story.customer("bolt"));
        log.append(Story.person("ada", "Ada Lovelace", "tracker-17"));
        for (var job : JOBS) {
            if (!job.project().equals("project:p4")) {
                log.append(Story.contract(
                        job,
                        Story.line(1, "TIME_AND_MATERIALS", job.contract().endsWith("k2") ? "150" : null, null),
                        Story.line(2, "MILESTONE", "5000", null),
                        Story.line(3, "TIME_AND_MATERIALS", null, "700")));
            }
            log.append(Story.project(job));
        }
    }

    private static void entry(MemoryLog log, Job job, String entry, int steps) {
        log.append(Story.recorded(job, entry, 3600));
        if (steps > 0) {
            log.append(Story.submitted(entry));
            log.append(Story.approved(job, entry, 3600));
            log.append(Story.costed(job, entry, 3600, "60.03"));
        }
        if (steps > 1) {
            log.append(Story.priced(job, entry, 3600, "120.01"));
        }
        if (steps > 2) {
            log.append(Story.drafted(job, entry, "invoice:x", 3600, "120.01"));
        }
        if (steps == 3) {
            log.append(Story.undrafted(job, entry, "invoice:x", 3600, "120.01"));
        }
        if (steps > 4) {
            log.append(Story.billed(job, entry, "invoice:x", 1, 3600, "120.01"));
        }
    }

    private static void invoice(MemoryLog log, Job job, String item, String invoice) {
        log.append(BillingStory.itemReady(job, item, "5500.50"));
        log.append(BillingStory.itemDrafted(job, item, invoice, "5500.50"));
        log.append(BillingStory.linesAdded(invoice, BillingStory.invoiceLine(job, 1, item, 2, "5500.50")));
        log.append(BillingStory.invoiceDrafted(job, invoice, 1, "5500.50"));
        log.append(BillingStory.invoiceApproved(job, invoice, "5500.50", "1045.10", "6545.60"));
        log.append(BillingStory.invoiceIssued(job, invoice, 1, "5500.50", "1045.10", "6545.60"));
        log.append(BillingStory.itemBilled(job, item, invoice, 1, "5500.50"));
        log.append(BillingStory.paid(job, invoice, "6000.00", "545.60"));
    }
}
