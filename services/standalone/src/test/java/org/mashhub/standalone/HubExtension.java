package org.mashhub.standalone;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import org.mashhub.testinfrastructure.InfrastructureCondition;

/** Gives a test the hub that all tests of this process share, where it can be started. */
final class HubExtension implements ParameterResolver, ExecutionCondition {

	private final InfrastructureCondition condition = new InfrastructureCondition();

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return this.condition.evaluateExecutionCondition(context);
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningHub.class;
	}

	@Override
	public RunningHub resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return SharedHub.get();
	}

}
