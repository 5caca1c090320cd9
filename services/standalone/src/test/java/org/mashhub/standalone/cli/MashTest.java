package org.mashhub.standalone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class MashTest {

	@Test
	void saysOfWhatIsNoIdWhatOneLooksLike() {
		StringWriter err = new StringWriter();
		CommandLine mash = Mash.commandLine().setErr(new PrintWriter(err, true));

		assertThat(mash.execute("child", "nobody")).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(err.toString()).contains("'nobody' is not an id. Copy it whole").doesNotContain("java.lang");
	}

}
