package org.mashhub.standalone;

import java.nio.file.Path;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log of the whole process to one file, so that the screen is kept for people.
 */
public final class HubLog {

	private HubLog() {
	}

	/**
	 * Logs to {@code log/hub.log} from now on.
	 * @param home the hub's home
	 * @return the file
	 */
	public static Path open(Home home) {
		home.prepare();
		Path file = home.log().resolve("hub.log");
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.reset();
		context.putProperty("HUB_LOG", file.toString());
		JoranConfigurator configurator = new JoranConfigurator();
		configurator.setContext(context);
		try {
			configurator.doConfigure(HubLog.class.getResource("/hub-logback.xml"));
		}
		catch (JoranException ex) {
			throw new IllegalStateException("the log's configuration is broken", ex);
		}
		return file;
	}

}
