using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Participation.Data;
using Participation.Data.People;
using Participation.Web.Hosting;

namespace Participation.Web.People;

static class PeopleServices
{
    const string ByAddress = "by address";

    /// <summary>Cookies for people on pages, tokens for programs on the API: a page's cookie opens nothing there, so no other site can use it.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(HomeFolder.Data, "keys")));
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/api") ? TokenAuthentication.SchemeName : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null)
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
            {
                cookie.LoginPath = "/staff/sign-in";
                cookie.AccessDeniedPath = "/staff/not-allowed";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.Name = SessionCookie;
            }));
        services.AddAuthorization();
        services.AddIdentityCore<User>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Password.RequiredLength = 12;
                identity.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager();
        return services;
    }

    /// <summary>A request that carries it is never answered from the shared cache.</summary>
    public const string SessionCookie = "participation-session";
}
