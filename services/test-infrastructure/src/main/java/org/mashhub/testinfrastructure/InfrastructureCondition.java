package org.mashhub.testinfrastructure;

import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

/**
 * Skips, with the reason, what cannot run on containers: all of it where no engine
 * answers, and what is for embedded infrastructure only.
 */
public final class InfrastructureCondition implements ExecutionCondition {

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (!Containers.wanted()) {
			return enabled("runs on what is embedded");
		}
		Optional<EmbeddedOnly> only = context.getTestClass().map((test) -> test.getAnnotation(EmbeddedOnly.class));
		if (only.isPresent()) {
			return disabled("not on containers: " + only.get().value());
		}
		return Containers.engineAnswers() ? enabled("runs on containers") : disabled("no container engine answers");
	}

}
