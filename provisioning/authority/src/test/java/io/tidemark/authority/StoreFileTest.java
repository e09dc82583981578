package io.tidemark.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.money.CurrencyCode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFileTest {
    private static final String GOOD =
            """
            store: s001
            name: High Street
            zone: Europe/London
            cutOverHour: 4
            currency: GBP
            gateway: {host: gateway.local, mqttPort: 8883, httpPort: 8080}
            tills:
              - {device: till-1, workstation: T1, httpPort: 8081, profile: till-small}
              - {device: till-2, workstation: T2}
            handhelds:
              - {device: handheld-1, workstation: H1, httpPort: 8085}
            headOffice: {host: ledger.shop.example, port: 8443}
            """;

    @Test
    void a_stores_file_becomes_a_store() {
        StoreSpec spec = StoreFile.parse(GOOD, "store.yaml");

        assertThat(spec)
                .isEqualTo(
                        new StoreSpec(
                                "s001",
                                "High Street",
                                ZoneId.of("Europe/London"),
                                4,
                                new CurrencyCode("GBP"),
                                new StoreSpec.Gateway(
                                        "gateway.local", 8883, 8080, Optional.empty()),
                                List.of(
                                        new StoreSpec.Till(
                                                "till-1", "T1", 8081, Optional.of("till-small")),
                                        new StoreSpec.Till("till-2", "T2", 0, Optional.empty())),
                                List.of(
                                        new StoreSpec.Handheld(
                                                "handheld-1", "H1", 8085, Optional.empty())),
                                new StoreSpec.HeadOffice("ledger.shop.example", 8443)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store: s001        | store: 001          | store: is '1'; write a label",
                "store: s001        | store: High_Street  | store: is 'High_Street'; write a label",
                "store: s001        | store: head-office  | store: 'head-office' is head office itself",
                "name: High Street  | name: ''            | name: is ''; write the store's name",
                "Europe/London      | Europe/Londn        | zone: is 'Europe/Londn'; write an IANA time zone",
                "Europe/London      | '+01:00'            | zone: is '+01:00'; write an IANA time zone",
                "cutOverHour: 4     | cutOverHour: 24     | cutOverHour: is '24'; write an hour from 0 to 23",
                "cutOverHour: 4     | cutOver: 4          | cutOverHour: is missing",
                "cutOverHour: 4     | cutOver: 4          | cutOver: is no field; write one of",
                "currency: GBP      | currency: POUND     | currency: is 'POUND'; write an ISO 4217 code",
                "currency: GBP      | currency: XAU       | currency: is 'XAU'; write an ISO 4217 code",
                "gateway.local      | 'a b'               | gateway.host: is 'a b'; write a host name",
                "mqttPort: 8883     | mqttPort: 70000     | gateway.mqttPort: is '70000'; write a port",
                "mqttPort: 8883     | mqttPort: many      | gateway.mqttPort: is 'many'; write a port",
                "device: till-2     | device: till-1      | tills.device: 'till-1' is taken",
                "device: till-2     | device: gateway     | tills.device: 'gateway' is taken",
                "device: till-2     | device: Till 2      | tills[2].device: is 'Till 2'; write a label",
                "workstation: T2    | workstation: T1     | tills.workstation: 'T1' is taken",
                "workstation: T2    | workstation: A till at the far end of the hall | tills[2].workstation: is 'A till at the far end of the hall'; write up to 32 characters",
                "device: handheld-1 | device: till-2      | handhelds.device: 'till-2' is taken",
                "workstation: H1    | workstation: T1     | handhelds.workstation: 'T1' is taken",
                "device: handheld-1 | device: Gun         | handhelds[1].device: is 'Gun'; write a label",
                "headOffice:        | headoffice:         | headOffice: is missing; write its host and port",
                "port: 8443         | tlsPort: 8443       | headOffice.port: is missing; write a port",
            })
    void a_wrong_field_is_named_with_what_to_write(String good, String wrong, String message) {
        assertThatThrownBy(() -> StoreFile.parse(GOOD.replace(good, wrong), "store.yaml"))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_store_may_do_without_handhelds() {
        String without = GOOD.replaceAll("(?m)^handhelds:\\n.*\\n", "");

        assertThat(StoreFile.parse(without, "store.yaml").handhelds()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThatThrownBy(() -> StoreFile.parse("store: s001\ntills: []\n", "store.yaml"))
                .hasMessageContainingAll(
                        "name: is missing",
                        "zone: is missing",
                        "cutOverHour: is missing",
                        "currency: is missing",
                        "gateway: is missing",
                        "tills: is '[]'",
                        "headOffice: is missing")
                .hasMessageNotContaining("gateway.host");
    }

    @Test
    void what_is_no_yaml_or_no_mapping_or_not_there_is_refused() {
        assertThatThrownBy(() -> StoreFile.parse("store: [", "store.yaml"))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("store.yaml is not YAML");
        assertThatThrownBy(() -> StoreFile.parse("just text", "store.yaml"))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("begin with `store: s001`");
        assertThatThrownBy(() -> StoreFile.parse("store: a\nstore: b\n", "store.yaml"))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("duplicate key");
        assertThatThrownBy(() -> StoreFile.read(Path.of("target/no-such.yaml")))
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageContaining("give the store's YAML with --file");
    }
}
