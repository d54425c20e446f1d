package io.fairlead.app.wiring;

import io.fairlead.app.lookup.DocumentReadiness;
import io.fairlead.app.lookup.ViewParties;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.paper.Typefaces;
import io.fairlead.shared.StreamHistory;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
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
    Typefaces typefaces(@Value("${FAIRLEAD_FONTS:/usr/share/fonts}") String folders) {
        return Typefaces.below(Arrays.stream(folders.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList());
    }

    @Bean
    DraftReadiness draftReadiness(DSLContext views, TaxOfDraft taxes, BillDocuments documents) {
        return new DocumentReadiness(views, taxes, documents);
    }
}
