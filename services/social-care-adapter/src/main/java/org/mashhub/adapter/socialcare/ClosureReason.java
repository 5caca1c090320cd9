package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A text that is null or a closure reason of the DfE's CIN census 2024-25. */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "RC[1-9]")
@ReportAsSingleViolation
@interface ClosureReason {

	String message() default "is not a closure reason of the CIN census 2024-25 | Send one of RC1 to RC9.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
