package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The short forms; {@code fairlead faults} runs the full ones. */
class CampaignTest {

    private static final long SEED = 20_260_302;

    private static CampaignFigures run(Campaign campaign) {
        var figures = campaign.run(true, SEED, _ -> {});
        assertThat(figures.violations()).as(figures.document().toString()).isZero();
        assertThat(figures.kills()).isEqualTo(campaign.kills(true));
        assertThat(figures.acknowledged()).isPositive();
        return figures;
    }

    @Test
    void a_race_of_two_nodes_one_of_them_stopped_inside_its_transaction_loses_nothing() {
        var figures = run(Campaign.RACE);
        assertThat(figures.further()).containsEntry("frozen_inside_transaction", 2);
        assertThat(figures.unknown()).isZero();
    }

    @Test
    void an_application_that_is_killed_again_and_again_keeps_what_it_acknowledged() {
        var figures = run(Campaign.KILL_APP);
        assertThat((Integer) figures.further().get("repeats_checked")).isPositive();
    }

    @Test
    void a_postgresql_that_is_killed_under_a_running_application_loses_nothing() {
        var _ = run(Campaign.KILL_POSTGRES);
    }

    @Test
    void doors_under_a_storm_answer_readers_cut_who_holds_them_and_leave_no_file() {
        var figures = run(Campaign.DOORS);
        assertThat(figures.further()).containsEntry("out_of_memory", 0L).containsEntry("files_left", 0L);
    }
}
