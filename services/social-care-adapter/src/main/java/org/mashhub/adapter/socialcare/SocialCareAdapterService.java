package org.mashhub.adapter.socialcare;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The social care adapter as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.socialcare" })
public class SocialCareAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(SocialCareAdapterService.class, arguments);
	}

}
