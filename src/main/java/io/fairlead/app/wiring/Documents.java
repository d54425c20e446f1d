package io.fairlead.app.wiring;

import io.fairlead.app.lookup.ViewParties;
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
}
