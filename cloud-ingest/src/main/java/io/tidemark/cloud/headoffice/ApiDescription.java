package io.tidemark.cloud.headoffice;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/**
 * What the generated description of the API says of it as a whole; served as {@code
 * /openapi/head-office.yml}.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Tidemark head office",
                        version = "1",
                        description =
                                "For programs on head office's machine: stores and their days, the books, receipts with"
                                        + " their proof, master data, the fleet, forks. Amounts are minor units of their"
                                        + " currency. Errors are application/problem+json (RFC 9457)."))
final class ApiDescription {
    private ApiDescription() {}
}
