package io.tidemark.node.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.node.home.NodeSettings.Peer;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSettingsTest {
    @Test
    void a_tills_settings_name_its_gateway() {
        NodeSettings settings =
                parsed(
                        """
                        role: till
                        httpPort: 8081
                        profile: till-small
                        gateway: {host: 10.0.0.2, mqttPort: 8883}
                        """);

        assertThat(settings.role()).isEqualTo(NodeRole.TILL);
        assertThat(settings.httpPort()).isEqualTo(8081);
        assertThat(settings.profile()).contains("till-small");
        assertThat(settings.gatewayOrRefuse()).isEqualTo(new Peer("10.0.0.2", 8883));
    }

    @Test
    void ports_that_are_left_out_are_any_free_ones() {
        NodeSettings settings = parsed("role: head-office");

        assertThat(settings.httpPort()).isZero();
        assertThat(settings.mqttPort()).isZero();
        assertThat(settings.tlsPort()).isZero();
    }

    @Test
    void a_peer_that_is_needed_and_missing_is_named() {
        NodeSettings settings = parsed("role: gateway");

        assertThatThrownBy(settings::headOfficeOrRefuse)
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("headOffice: {host: …, tlsPort: …}");
    }

    @Test
    void a_drawer_may_have_cash_in_further_currencies() {
        assertThat(parsed("{role: till, currencies: [EUR, JPY]}").currencies())
                .extracting(CurrencyCode::code)
                .containsExactly("EUR", "JPY");
        assertThat(parsed("role: till").currencies()).isEmpty();
    }

    @Test
    void by_when_a_day_should_be_closed_is_read_with_quotes_and_without() {
        assertThat(parsed("{role: gateway, closeBy: 23:30}").closeBy())
                .contains(LocalTime.of(23, 30));
        assertThat(parsed("{role: gateway, closeBy: 06:00}").closeBy())
                .contains(LocalTime.of(6, 0));
        assertThat(parsed("{role: gateway, closeBy: '23:30'}").closeBy())
                .contains(LocalTime.of(23, 30));
        assertThat(parsed("role: gateway").closeBy()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "httpPort: 80                                        | field role is missing",
                "role: shop                                          | field role is 'shop'; write till, handheld, gateway or head-office",
                "{role: till, httpPort: 70000}                       | field httpPort is '70000'; write a port from 1 to 65535",
                "{role: till, httpPort: eighty}                      | field httpPort is 'eighty'",
                "{role: till, htpPort: 80}                           | field htpPort is unknown",
                "{role: till, gateway: here}                         | field gateway is 'here'",
                "{role: till, gateway: {mqttPort: 1}}                | field gateway.host is missing",
                "{role: till, gateway: {host: h}}                    | field gateway.mqttPort is missing or 0",
                "{role: till, gateway: {host: h, mqttPort: 0}}       | field gateway.mqttPort is missing or 0",
                "{role: till, gateway: {host: h, mqttPort: 1, x: 2}} | field gateway.x is unknown; write one of host, mqttPort",
                "{role: till, profile: 7}                            | field profile is '7'; write text",
                "{role: gateway, closeBy: 25:10}                     | field closeBy is '1510'; write a time of day, such as 23:30",
                "{role: gateway, closeBy: late}                      | field closeBy is 'late'; write a time of day",
                "{role: till, currencies: EUR}                       | field currencies is 'EUR'; write a list",
                "{role: till, currencies: [EUR, EURO]}               | field currencies names 'EURO'; list ISO 4217 codes",
                "{role: till, role: till}                            | is not YAML",
                "'role: ['                                           | is not YAML",
                "just words                                          | must hold fields",
                "!!javax.script.ScriptEngineManager {}               | is not YAML"
            })
    void a_wrong_field_is_named_with_what_to_write(String yaml, String message) {
        assertThatThrownBy(() -> parsed(yaml))
                .isInstanceOfSatisfying(
                        CannotRun.class,
                        e -> assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_USAGE))
                .hasMessageStartingWith("node.yaml")
                .hasMessageContaining(message);
    }

    private static NodeSettings parsed(String yaml) {
        return NodeSettings.parse(yaml, "node.yaml");
    }
}
