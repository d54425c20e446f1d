package io.fairlead.gateway.erp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the adapter makes of each bad answer: never a success, never an exception. */
class SandboxErpAdapterTest {

    private static final WireMockServer ERP =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private final Delivery delivery = new Delivery(
            "erp",
            DeliveryKey.of("erp", DeliveryKind.ENSURE_CUSTOMER, "customer-1", 1),
            Samples.customer(1),
            DeliveryState.IN_FLIGHT,
            null,
            1,
            1);

    @BeforeAll
    static void start() {
        ERP.start();
    }

    @AfterAll
    static void stop() {
        ERP.stop();
    }

    @BeforeEach
    void forget() {
        ERP.resetAll();
    }

    private static SandboxErpAdapter adapter(URI at) {
        var settings = new ErpSettings(
                "erp",
                at,
                Duration.ofMillis(1_500),
                Duration.ofMillis(1_500),
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(10),
                Duration.ofMillis(100),
                Duration.ofMinutes(2),
                10,
                Duration.ofSeconds(60));
        return new SandboxErpAdapter(settings, "");
    }

    private AdapterAnswer<Snapshot> staged(ResponseDefinitionBuilder answer) {
        ERP.stubFor(any(anyUrl()).willReturn(answer));
        return adapter(URI.create(ERP.baseUrl())).stage(delivery);
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }

    private static void assertFailed(AdapterAnswer<?> answer, Class<? extends Failure> as) {
        assertThat(answer).isInstanceOfSatisfying(AdapterAnswer.Failed.class, failed -> assertThat(failed.failure())
                .isInstanceOf(as));
    }

    @Test
    void a_whole_answer_about_our_document_is_taken() {
        var answer = staged(json(201, "{'id':'C-1','externalRef':'customer-1','version':1,'currency':'EUR'}"));
        assertThat(answer).isInstanceOfSatisfying(AdapterAnswer.Given.class, given -> assertThat(given.value())
                .extracting("outsideId")
                .isEqualTo("C-1"));
    }

    @Test
    void a_page_of_html_with_200_is_an_unknown_outcome() {
        var html = aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "text/html")
                .withBody("<html/>");
        assertFailed(staged(html), Failure.UnknownOutcome.class);
    }

    @Test
    void truncated_json_is_an_unknown_outcome() {
        assertFailed(staged(json(200, "{'id':'C-1','exter")), Failure.UnknownOutcome.class);
    }

    @Test
    void an_answer_about_another_document_is_an_unknown_outcome() {
        assertFailed(staged(json(200, "{'id':'C-9','externalRef':'customer-9'}")), Failure.UnknownOutcome.class);
    }

    @Test
    void an_unknown_status_word_is_an_unknown_outcome() {
        var answer = json(200, "{'id':'C-1','externalRef':'customer-1','status':'HALF_POSTED'}");
        assertFailed(staged(answer), Failure.UnknownOutcome.class);
    }

    @Test
    void an_answer_that_stalls_before_its_head_is_an_unknown_outcome() {
        assertFailed(staged(json(200, "{}").withFixedDelay(8_000)), Failure.UnknownOutcome.class);
    }

    @Test
    void an_answer_that_stalls_in_its_body_is_an_unknown_outcome() {
        var slow = json(200, "{'id':'C-1','externalRef':'customer-1'}").withChunkedDribbleDelay(5, 12_000);
        assertFailed(staged(slow), Failure.UnknownOutcome.class);
    }

    @Test
    void a_cut_connection_is_an_unknown_outcome() {
        assertFailed(staged(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)), Failure.UnknownOutcome.class);
    }

    @Test
    void a_500_leaves_a_write_open_and_a_read_undone() {
        assertFailed(staged(json(500, "{}")), Failure.UnknownOutcome.class);
        assertFailed(adapter(URI.create(ERP.baseUrl())).find(delivery), Failure.Transient.class);
    }

    @Test
    void a_503_is_transient() {
        assertFailed(staged(json(503, "{}")), Failure.Transient.class);
    }

    @Test
    void no_connection_is_transient() {
        assertFailed(adapter(URI.create("http://127.0.0.1:1")).stage(delivery), Failure.Transient.class);
    }

    @Test
    void a_429_carries_its_wait() {
        var answer = staged(json(429, "{}").withHeader("Retry-After", "7"));
        assertThat(answer).isEqualTo(AdapterAnswer.failed(new Failure.Throttled(Duration.ofSeconds(7))));
    }

    @Test
    void a_refusal_on_business_grounds_keeps_code_and_sentence() {
        var answer = staged(json(422, "{'code':'PERIOD_CLOSED','field':'accountingDate','message':'it is closed'}"));
        assertThat(answer)
                .isEqualTo(AdapterAnswer.failed(new Failure.Business("PERIOD_CLOSED", "accountingDate: it is closed")));
    }

    @Test
    void a_refused_login_or_a_wrong_address_stops_the_target() {
        assertFailed(staged(json(401, "{}")), Failure.AuthOrConfig.class);
        assertFailed(staged(aResponse().withStatus(404)), Failure.AuthOrConfig.class);
    }

    @Test
    void a_taken_reference_is_looked_up_before_anything_else() {
        assertFailed(
                staged(json(409, "{'code':'DUPLICATE_REFERENCE','message':'taken'}")), Failure.UnknownOutcome.class);
    }

    @Test
    void a_search_tells_in_what_the_document_differs() {
        var document = "{'id':'C-1','externalRef':'customer-1','version':1,'name':'Globex AG','currency':'EUR',"
                + "'taxId':'DE1','country':'DE','purchaseOrderRequired':false}";
        ERP.stubFor(any(anyUrl()).willReturn(json(200, "{'externalRef':'customer-1','documents':[" + document + "]}")));
        var answer = adapter(URI.create(ERP.baseUrl())).find(delivery);
        assertThat(answer.then(found -> AdapterAnswer.of(found.orElseThrow().differences())))
                .isEqualTo(AdapterAnswer.of(List.of("name")));
    }

    @Test
    void two_documents_under_one_reference_need_a_person() {
        var document = "{'id':'C-1','externalRef':'customer-1'}";
        ERP.stubFor(any(anyUrl())
                .willReturn(json(200, "{'externalRef':'customer-1','documents':[" + document + "," + document + "]}")));
        assertFailed(adapter(URI.create(ERP.baseUrl())).find(delivery), Failure.Different.class);
    }

    @Test
    void a_change_page_without_its_cursor_is_not_taken() {
        ERP.stubFor(any(anyUrl()).willReturn(json(200, "{'changes':[]}")));
        assertFailed(adapter(URI.create(ERP.baseUrl())).changesSince(""), Failure.UnknownOutcome.class);
    }
}
