package io.fairlead.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.gateway.document.BillDocument.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank's application reads off the drawn page. */
class EpcCodeTest {

    private static final int DPI = 200;

    @Test
    void a_payer_scans_account_amount_and_number_off_the_page() {
        assertThat(scanned(bill(Bills.GMBH, Bills.EUR_ACCOUNT, "EUR", "1234.50")))
                .isEqualTo("BCD\n002\n1\nSCT\nBYLADEM1001\nNordlicht Beratung GmbH\nDE02120300000000202051\n"
                        + "EUR1469.06\n\n\nDE-2026-000017");
    }

    @Test
    void a_name_with_other_letters_is_read_back() {
        var seller = DocumentParty.newBuilder(Bills.GMBH)
                .setName("Müller & Sønner Ευρώ")
                .build();
        assertThat(scanned(bill(seller, Bills.EUR_ACCOUNT, "EUR", "1.00"))).contains("\nMüller & Sønner Ευρώ\n");
    }

    @ParameterizedTest
    @CsvSource({
        "DE02120300000000202051, , EUR, 1.00, true",
        "CH9300762011623852957, , EUR, 1.00, false",
        "CH9300762011623852957, POFICHBEXXX, EUR, 1.00, true",
        "TR330006100519786457841326, ISBKTRISXXX, EUR, 1.00, false",
        "DE02120300000000202051, , CHF, 1.00, false",
        "DE02120300000000202051, , EUR, 0.00, false",
        "DE02120300000000202051, , EUR, 840336134.46, false"
    })
    void only_a_sepa_transfer_has_a_code(
            String iban, @Nullable String bic, String currency, String net, boolean scanned) {
        var bill = bill(Bills.GMBH, new PayeeAccount(iban, bic), currency, net);
        assertThat(EpcCode.of(bill).isPresent()).isEqualTo(scanned);
        assertThat(PdfDocument.of(bill)).isNotEmpty();
    }

    @Test
    void what_is_given_back_and_a_draft_have_no_code() {
        var line = List.of(Bills.agreed(1, "1.00", "S"));
        assertThat(EpcCode.of(Bills.of(Kind.CREDIT_NOTE, Bills.GMBH, Bills.ACME, line)))
                .isEmpty();
    }

    @Test
    void a_long_name_is_cut_at_seventy_characters() {
        var seller = DocumentParty.newBuilder(Bills.GMBH)
                .setName("\ud83d\ude80" + "x".repeat(100))
                .build();
        assertThat(EpcCode.of(bill(seller, Bills.EUR_ACCOUNT, "EUR", "1.00")).orElseThrow())
                .contains("\n\ud83d\ude80" + "x".repeat(69) + "\n");
    }

    private static BillDocument bill(DocumentParty seller, PayeeAccount payee, String currency, String net) {
        var bill = Bills.of(Kind.INVOICE, seller, Bills.ACME, List.of(Bills.agreed(1, net, "S")));
        return new BillDocument(
                bill.kind(),
                bill.number(),
                bill.issueDate(),
                bill.taxPoint(),
                bill.dueDate(),
                currency,
                bill.sellerCode(),
                bill.seller(),
                bill.buyer(),
                bill.poNumber(),
                bill.buyerReference(),
                bill.contract(),
                payee,
                bill.original(),
                bill.reason(),
                bill.lines(),
                bill.taxes(),
                bill.net(),
                bill.tax(),
                bill.gross(),
                bill.taxInBooks(),
                BigDecimal.ZERO,
                bill.language(),
                List.of());
    }

    private static String scanned(BillDocument bill) {
        try (var pdf = Loader.loadPDF(PdfDocument.of(bill))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                    .getText();
        } catch (IOException | ReaderException broken) {
            throw new IllegalStateException("no code to be read", broken);
        }
    }
}
