package org.mashhub.standalone;

import org.jspecify.annotations.Nullable;

/**
 * The hub that all tests of this process share, whichever engine runs them; started when
 * the first asks for it, stopped when the process ends. A test plan may end before: where
 * the build has several processes, each class is a plan of its own.
 */
final class SharedHub {

	private static @Nullable RunningHub hub;

	private SharedHub() {
	}

	static synchronized RunningHub get() {
		RunningHub running = hub;
		if (running == null) {
			running = RunningHub.start();
			Runtime.getRuntime().addShutdownHook(new Thread(running::close, "shutdown"));
			hub = running;
		}
		return running;
	}

}
