package org.mashhub.adapter.kit;

import java.util.List;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes what every agency may do under the path of each agency that this process
 * serves: an integrator reads paths that can be called as they stand.
 */
class AgencyPaths implements OpenApiCustomizer {

	private static final String ANY_AGENCY = "/{agency}";

	private final Agencies agencies;

	AgencyPaths(Agencies agencies) {
		this.agencies = agencies;
	}

	@Override
	public void customise(OpenAPI description) {
		Paths paths = new Paths();
		description.getPaths().forEach((path, item) -> {
			if (path.startsWith(ANY_AGENCY + "/")) {
				this.agencies.endpoints()
					.forEach((agency) -> paths.addPathItem(agency.pathPrefix() + path.substring(ANY_AGENCY.length()),
							of(agency, item)));
			}
			else {
				paths.addPathItem(path, item);
			}
		});
		description.setPaths(paths);
	}

	private static PathItem of(AgencyEndpoints agency, PathItem item) {
		PathItem own = new PathItem();
		item.readOperationsMap().forEach((method, operation) -> own.operation(method, of(agency, operation)));
		return own;
	}

	private static Operation of(AgencyEndpoints agency, Operation operation) {
		return new Operation().operationId(agency.agency() + "-" + operation.getOperationId())
			.tags(List.of(agency.agency()))
			.summary(operation.getSummary())
			.description(operation.getDescription())
			.parameters(operation.getParameters())
			.requestBody(operation.getRequestBody())
			.responses(operation.getResponses());
	}

}
