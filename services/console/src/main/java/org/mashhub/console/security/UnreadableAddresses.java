package org.mashhub.console.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers in the console's own words where the server itself cannot read the path of an
 * address: such a request reaches no application, and none of its pages.
 */
@Component
class UnreadableAddresses implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

	private final Problems problems;

	private final MessageSource messages;

	UnreadableAddresses(Problems problems, MessageSource messages) {
		this.problems = problems;
		this.messages = messages;
	}

	@Override
	public void customize(ConfigurableTomcatWebServerFactory factory) {
		factory.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(new Answer()));
	}

	private String page() {
		return """
				<!DOCTYPE html>
				<html lang="en"><head><meta charset="utf-8"><title>%1$s - %4$s</title></head>
				<body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></main></body></html>
				""".formatted(words("badRequest.title"), words("badRequest.body"), words("alert.back"), words("hub"));
	}

	private String words(String code) {
		return HtmlUtils.htmlEscape(this.messages.getMessage(code, null, Locale.UK));
	}

	private final class Answer extends ErrorReportValve {

		private Answer() {
			setShowReport(false);
			setShowServerInfo(false);
		}

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			if (response.getStatus() != HttpServletResponse.SC_BAD_REQUEST || request.getContext() != null) {
				super.report(request, response, failure);
			}
			else if (response.setErrorReported()) {
				boolean program = Problems.isOfPrograms(request);
				response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
				response.setCharacterEncoding(StandardCharsets.UTF_8);
				write(response, program ? UnreadableAddresses.this.problems.unreadableAddress() : page());
			}
		}

		private void write(Response response, String answer) {
			try {
				Writer writer = response.getReporter();
				if (writer != null) {
					writer.write(answer);
					response.finishResponse();
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
