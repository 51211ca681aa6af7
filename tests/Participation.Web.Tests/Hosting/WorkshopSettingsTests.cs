using Microsoft.Extensions.Configuration;
using Participation.Web.Hosting;

namespace Participation.Web.Tests.Hosting;

public sealed class WorkshopSettingsTests
{
    [Fact]
    public void Reminders_go_a_day_before_and_names_three_months_after_unless_the_city_says_otherwise()
    {
        Assert.Equal((1, 3, 12), (WorkshopSettings.From(Saying()).ReminderDays, RetentionSettings.From(Saying()).SignUpMonths, RetentionSettings.From(Saying()).SenderMonths));
        Assert.Equal(0, WorkshopSettings.From(Saying(("Workshops:ReminderDays", "0"))).ReminderDays);
        Assert.Equal((6, 12), (RetentionSettings.From(Saying(("Retention:SignUpMonths", "6"))).SignUpMonths, RetentionSettings.From(Saying(("Retention:SignUpMonths", "6"))).SenderMonths));
    }

    [Theory]
    [InlineData("Workshops:ReminderDays", "15")]
    [InlineData("Workshops:ReminderDays", "あした")]
    [InlineData("Retention:SignUpMonths", "0")]
    public void A_value_that_cant_be_used_is_named(string key, string value)
    {
        var fault = Assert.Throws<SettingException>(() => key.StartsWith("Workshops", StringComparison.Ordinal) ? (object)WorkshopSettings.From(Saying((key, value))) : RetentionSettings.From(Saying((key, value))));
        Assert.Contains($"{key}={value}", fault.Message, StringComparison.Ordinal);
    }

    static IConfiguration Saying(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
