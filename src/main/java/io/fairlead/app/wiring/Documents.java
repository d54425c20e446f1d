package io.fairlead.app.wiring;

import io.fairlead.app.lookup.DocumentReadiness;
import io.fairlead.app.lookup.ViewParties;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.shared.StreamHistory;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where documents take their content from. */
@Configuration(proxyBeanMethods = false)
class Documents {

    @Bean
    BillDocuments billDocuments(StreamHistory history, DSLContext views) {
        return new BillDocuments(history, new ViewParties(views));
    }

    @Bean
    DraftReadiness draftReadiness(DSLContext views, TaxOfDraft taxes, BillDocuments documents) {
        return new DocumentReadiness(views, taxes, documents);
    }
}
