package org.mashhub.standalone;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Reads along all that this process logs, as much of it as a hub writes to its file, and
 * keeps the lines in which a canary sings.
 */
final class CanaryWatch implements AutoCloseable {

	private final List<String> canaries;

	private final Queue<String> sung = new ConcurrentLinkedQueue<>();

	private final Queue<String> errors = new ConcurrentLinkedQueue<>();

	private final Logger root;

	private final Logger hub;

	private final Level rootBefore;

	private final Level hubBefore;

	private final Watcher watcher = new Watcher();

	private final AtomicLong lines = new AtomicLong();

	CanaryWatch(List<String> canaries) {
		this.canaries = List.copyOf(canaries);
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		this.hub = context.getLogger("org.mashhub");
		this.rootBefore = this.root.getEffectiveLevel();
		this.hubBefore = this.hub.getEffectiveLevel();
		// Tomcat logs by java.util.logging, which a hub sends to its file too.
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install();
		this.watcher.setContext(context);
		this.watcher.start();
		this.root.addAppender(this.watcher);
		this.root.setLevel(Level.WARN);
		this.hub.setLevel(Level.INFO);
	}

	/** Lines that hold what no log may. */
	List<String> sung() {
		return List.copyOf(this.sung);
	}

	/** Lines that call for a person. */
	List<String> errors() {
		return List.copyOf(this.errors);
	}

	/** How many lines were read. */
	long lines() {
		return this.lines.get();
	}

	@Override
	public void close() {
		this.root.detachAppender(this.watcher);
		this.root.setLevel(this.rootBefore);
		this.hub.setLevel(this.hubBefore);
	}

	private static String line(ILoggingEvent event) {
		IThrowableProxy failure = event.getThrowableProxy();
		return event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + " "
				+ event.getKeyValuePairs() + " " + event.getMDCPropertyMap() + " " + event.getThreadName()
				+ ((failure != null) ? "\n" + ThrowableProxyUtil.asString(failure) : "");
	}

	private final class Watcher extends AppenderBase<ILoggingEvent> {

		@Override
		protected void append(ILoggingEvent event) {
			CanaryWatch.this.lines.incrementAndGet();
			String line = line(event);
			if (event.getLevel() == Level.ERROR) {
				CanaryWatch.this.errors.add(line);
			}
			if (CanaryWatch.this.canaries.stream().anyMatch(line::contains)) {
				CanaryWatch.this.sung.add(line);
			}
		}

	}

}
