package io.tidemark.fog.dashboard;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/**
 * What the generated description of the API says of it as a whole; served as {@code
 * /openapi/gateway.yml}.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tidemark gateway",
                        version = "1",
                        description =
                                "For programs on the gateway's machine: what the store's dashboard shows, and the"
                                        + " close-down of a day. Amounts are minor units of their currency. Errors are"
                                        + " application/problem+json (RFC 9457)."))
final class ApiDescription {
    private ApiDescription() {}
}
