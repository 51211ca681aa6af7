using System.Globalization;
using System.Resources;
using Participation.Application.People;
using Participation.Domain.People;
using Participation.Web.Words;

namespace Participation.Web.Tests.Words;

/// <summary>The pages that say who may do what have words for everything that can be asked for.</summary>
public sealed class ThingWordsTests
{
    static readonly ResourceManager Words = new(typeof(PageWords));

    [Fact]
    public void Every_request_that_is_not_everybodys_is_said_in_words() =>
        Assert.All(Things.All, thing => Assert.True(Words.GetString($"Thing.{thing.Name}", CultureInfo.InvariantCulture) is not null, $"PageWords has no Thing.{thing.Name}."));

    [Fact]
    public void Every_subject_has_a_name() =>
        Assert.All(Things.All.Select(t => t.Subject).Distinct(), subject => Assert.True(Words.GetString($"Subject.{subject}", CultureInfo.InvariantCulture) is not null, $"PageWords has no Subject.{subject}."));

    [Fact]
    public void Every_role_has_a_name() => Assert.All(Roles.All, role => Assert.NotNull(Words.GetString($"Role.{role}", CultureInfo.InvariantCulture)));
}
