using Participation.Application.People;
using Participation.Domain.People;
using Participation.Web.Hosting;

namespace Participation.Web.Seeding;

/// <summary>Loads the data of <c>seeds/</c>. Loading twice changes nothing.</summary>
static class Seeder
{
    /// <returns>How many consultations were added.</returns>
    public static async Task<int> Load(IServiceProvider services, SeedSet set, CancellationToken ct)
    {
        if (set is SeedSet.None) return 0;
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
        if (set is not SeedSet.Demo) return 0;
        await DemoPeople.Load(scope.ServiceProvider, ct);
        await DemoSpaces.Load(scope.ServiceProvider, ct);
        return await DemoConsultations.Load(scope.ServiceProvider, ct);
    }
}
