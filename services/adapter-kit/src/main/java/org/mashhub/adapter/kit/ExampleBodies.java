package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import org.springdoc.core.customizers.GlobalOperationCustomizer;

import org.springframework.core.io.ClassPathResource;
import org.springframework.web.method.HandlerMethod;

/**
 * Puts the example files, the very ones that the tests send, into the OpenAPI
 * description.
 */
class ExampleBodies implements GlobalOperationCustomizer {

	private final ObjectMapper json = Json.mapper();

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		Examples examples = method.getMethodAnnotation(Examples.class);
		if (examples != null && operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
			operation.getRequestBody().getContent().values().forEach((body) -> add(body, examples));
		}
		return operation;
	}

	private void add(MediaType body, Examples examples) {
		for (String file : examples.value()) {
			body.addExamples(name(file), new Example().value(read(file)));
		}
	}

	private Object read(String file) {
		try {
			return this.json
				.readTree(new ClassPathResource("examples/" + file).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the example " + file, ex);
		}
	}

	private static String name(String file) {
		return file.substring(file.lastIndexOf('/') + 1).replace(".json", "");
	}

}
