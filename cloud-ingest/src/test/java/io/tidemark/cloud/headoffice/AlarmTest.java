package io.tidemark.cloud.headoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Page.Link DEVICES = new Page.Link("/fleet/s001", "See the devices");

    @Test
    void who_says_it_does_not_depend_on_the_page_it_leads_to() {
        Alarm kept =
                new Alarm(
                        "s001",
                        "fork",
                        Optional.empty(),
                        "two branches",
                        Optional.of(DEVICES),
                        Alarm.Witness.HEAD_OFFICE);

        assertThat(kept.isOfDevices()).isFalse();
        assertThat(Alarm.ofDevices("s001", "clock", "a minute ahead", DEVICES).isOfDevices())
                .isTrue();
        assertThat(Alarm.kept("s001", "unreadable", Optional.empty(), "entry 7").isOfDevices())
                .isFalse();
    }
}
