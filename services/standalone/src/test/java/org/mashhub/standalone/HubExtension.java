package org.mashhub.standalone;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the hub that all tests of this process share. */
final class HubExtension implements ParameterResolver {

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == RunningHub.class;
	}

	@Override
	public RunningHub resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return SharedHub.get();
	}

}
