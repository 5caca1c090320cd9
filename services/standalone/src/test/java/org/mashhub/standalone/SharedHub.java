package org.mashhub.standalone;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * The hub that all tests of this process share, whichever engine runs them; started when
 * the first asks for it, stopped when the last has run.
 */
public final class SharedHub implements TestExecutionListener {

	private static @Nullable RunningHub hub;

	static synchronized RunningHub get() {
		RunningHub running = hub;
		if (running == null) {
			running = RunningHub.start();
			hub = running;
		}
		return running;
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		stop();
	}

	private static synchronized void stop() {
		RunningHub running = hub;
		if (running != null) {
			running.close();
			hub = null;
		}
	}

}
