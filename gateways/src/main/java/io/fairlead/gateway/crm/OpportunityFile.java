package io.fairlead.gateway.crm;

import java.util.List;

/** One CRM answer or export, read: every record's result in file order, and its control totals. */
public record OpportunityFile(List<OpportunityResult> results, int won, int notWon, int refused, String sha256) {

    public OpportunityFile {
        results = List.copyOf(results);
    }

    static OpportunityFile of(List<OpportunityResult> results, String sha256) {
        int won = 0;
        int notWon = 0;
        int refused = 0;
        for (var result : results) {
            switch (result) {
                case OpportunityResult.Won _ -> won++;
                case OpportunityResult.NotWon _ -> notWon++;
                case OpportunityResult.Refused _ -> refused++;
            }
        }
        return new OpportunityFile(results, won, notWon, refused, sha256);
    }
}
